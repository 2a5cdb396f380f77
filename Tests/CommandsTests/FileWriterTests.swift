import CVector
import Testing

@testable import Commands

@Suite struct FileWriterTests {
  private let content = Array("new".utf8)

  @Test("A file appears with the permissions of the umask")
  func newFile() throws {
    let folder = TemporaryFolder()
    let mask = umask(0)
    umask(mask)
    try FileWriter.write(content, to: folder["a"])
    #expect(folder.names == ["a"])
    #expect(folder.bytes(of: "a") == content)
    var status = stat()
    #expect(stat(folder["a"], &status) == 0)
    #expect(status.st_mode & 0o777 == 0o666 & ~mask)
  }

  @Test("A file that is replaced keeps its permissions")
  func replacement() throws {
    let folder = TemporaryFolder()
    try FileWriter.write(Array("old and longer".utf8), to: folder["a"])
    chmod(folder["a"], 0o640)
    try FileWriter.write(content, to: folder["a"])
    #expect(folder.bytes(of: "a") == content)
    var status = stat()
    #expect(stat(folder["a"], &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test("A symbolic link stays and its file is replaced, even one that is not there yet")
  func links() throws {
    let folder = TemporaryFolder()
    symlink("a", folder["link"])
    try FileWriter.write(Array("old".utf8), to: folder["link"])
    try FileWriter.write(content, to: folder["link"])
    #expect(folder.names == ["a", "link"])
    var status = stat()
    #expect(lstat(folder["link"], &status) == 0)
    #expect(Int32(bitPattern: status.st_mode) & S_IFMT == S_IFLNK)
    #expect(folder.bytes(of: "a") == content)
  }

  @Test("A circle of links is an error")
  func circle() {
    let folder = TemporaryFolder()
    symlink("b", folder["a"])
    symlink("a", folder["b"])
    #expect(throws: FileError(path: folder["a"], code: ELOOP)) {
      try FileWriter.write(content, to: folder["a"])
    }
  }

  @Test("A long name fits beside its temporary twin")
  func longName() throws {
    let folder = TemporaryFolder()
    let name = String(repeating: "é", count: 127)
    try FileWriter.write(content, to: folder[name])
    #expect(folder.names == [name])
  }

  @Test("A stale temporary file of a run that was killed is no obstacle")
  func litter() throws {
    let folder = TemporaryFolder()
    try FileWriter.write(content, to: folder[".a.\(getpid())-0.mvplot"])
    try FileWriter.write(content, to: folder["a"])
    #expect(folder.bytes(of: "a") == content)
  }

  @Test("A limit on the size of files leaves the old file and no litter")
  func sizeLimit() async {
    await #expect(processExitsWith: .success) {
      let folder = TemporaryFolder()
      try FileWriter.write(Array("old".utf8), to: folder["a"])
      Interruption.takeCharge()
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let big = [UInt8](repeating: 7, count: 1 << 20)
      #expect(throws: FileError(path: folder["a"], code: EFBIG)) {
        try FileWriter.write(big, to: folder["a"])
      }
      #expect(folder.names == ["a"])
      #expect(folder.bytes(of: "a") == Array("old".utf8))
    }
  }

  @Test("An interrupt waits until the file stands, then ends the process")
  func interrupt() async throws {
    let folder = TemporaryFolder()
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = folder["a"] as String] in
      Interruption.takeCharge()
      try Interruption.postponed { () throws(FileError) in
        kill(getpid(), SIGTERM)
        usleep(100_000)
        try FileWriter.write(Array("new".utf8), to: path)
      }
      sleep(5)
      exit(0)
    }
    #expect(folder.names == ["a"])
    #expect(folder.bytes(of: "a") == content)
  }

  @Test("An interrupt between files ends the process at once")
  func interruptBetween() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      Interruption.takeCharge()
      kill(getpid(), SIGINT)
      sleep(5)
      exit(0)
    }
  }
}
