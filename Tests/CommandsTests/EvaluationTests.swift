import Testing

@Suite struct EvaluationTests {
  @Test("The derivatives are printed as JSON, in the order of the point")
  func json() {
    let run = ToolRun("eval", "x^2*y", "--at", "y=2,x=1", "--format", "json")
    #expect(run.code == 0)
    #expect(
      run.output == """
        {
          "results": {"variables": ["y", "x"], "value": 2, "gradient": {"y": 1, "x": 4}, \
        "hessian": [[0, 2], [2, 4]], "errorBounds": {"value": 8.881784197001252e-16, \
        "gradient": {"y": 6.661338147750939e-16, "x": 4.440892098500626e-15}, \
        "hessian": [[0, 3.1086244689504383e-15], [3.1086244689504383e-15, 5.329070518200751e-15]]}, \
        "extendedPrecision": false}
        }

        """)
  }

  @Test("Where doubles lose the digits, more are used, and the bound says so")
  func cancellation() {
    let run = ToolRun("eval", "(1-cos x)/x^2", "--at", "x=2^-20", "--format", "json")
    #expect(run.output.contains("\"value\": 0.4999999999999621"))
    #expect(run.output.contains("\"extendedPrecision\": true"))
  }

  @Test("The derivatives are printed as aligned text")
  func text() {
    let run = ToolRun("eval", "100*x^2+y", "--at", "x=1,y=pi/2", "--let", "q=1")
    #expect(
      run.output == """
        value     101.57079632679489
                     x  y
        gradient   200  1
        Hessian x  200  0
        Hessian y    0  0

        """)
  }

  @Test("Any number of variables will do, even none")
  func variables() {
    #expect(ToolRun("eval", "2^10").output == "value     1024\n")
    let run = ToolRun("eval", "a*b*c", "--at", "a=1,b=max(2,1),c=-3", "--format", "json")
    #expect(run.output.contains(#""value": -6"#))
    #expect(run.output.contains(#""gradient": {"a": -6, "b": -3, "c": 2}"#))
  }

  @Test("Numbers alone belong to the names of the expression")
  func numbersAlone() {
    let run = ToolRun("eval", "y x^2 a", "--at", "pi-pi+2,1", "--let", "a=1", "--format", "json")
    #expect(run.output.contains(#""variables": ["x", "y"], "value": 4"#))
    #expect(ToolRun("eval", "2^x", "--at", "10").output.hasPrefix("value     1024"))
  }

  @Test("A value outside the domain is null in JSON and a word in text")
  func undefined() {
    #expect(ToolRun("eval", "ln(-1)").output == "value     undefined\n")
    let run = ToolRun("eval", "ln(x)", "--at", "x=-1", "--format", "json")
    #expect(run.code == 0)
    #expect(run.output.contains(#""value": null"#))
  }

  @Test("Constants may use the ones before them")
  func constants() {
    let run = ToolRun("eval", "a+b", "--let", "a=2", "--let", "b=a^3")
    #expect(run.output == "value     10\n")
  }

  @Test("A path that ends in .json says the format")
  func file() {
    let folder = TemporaryFolder()
    let run = ToolRun("eval", "1+1", "-o", folder["a.json"], "-o", folder["b.txt"])
    #expect(run.output == folder["a.json"] + "\n" + folder["b.txt"] + "\n")
    #expect(folder.bytes(of: "a.json")?.first == UInt8(ascii: "{"))
    #expect(folder.bytes(of: "b.txt") == Array("value     2\n".utf8))
  }
}
