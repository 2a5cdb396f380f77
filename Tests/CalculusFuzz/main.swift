// Calls the public functions of Calculus with random expressions and numbers for a given time:
//
//     CalculusFuzz [seconds] [seed] [file] [rounds]
//
// It ends after the time or, where that is given, after the rounds, whichever comes first.
// A round is decided by the seed and its own number. What is being tried stands in the file, so that
// it is known after a trap; a round that takes more than a minute of processor time ends the
// process (SIGXCPU), one that takes more than 8 GB of memory fails to get it.

import CVector

let words = Array(CommandLine.arguments.dropFirst())
let seconds = words.first.flatMap(Double.init) ?? 10
let seed = words.count > 1 ? UInt64(words[1]) ?? 1 : 1
var fuzzer = Fuzzer(seed: seed, log: words.count > 2 ? words[2] : nil)
let rounds = words.count > 3 ? Int(words[3]) ?? .max : .max
fuzzer.run(seconds: seconds, rounds: rounds)
print(fuzzer.report)
exit(fuzzer.failures.isEmpty ? 0 : 1)
