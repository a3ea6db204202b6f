import Domain
import TestCast
import Testing

struct RegisterTests {
  @Test func `things stay in the order in which they came`() {
    var register = Register<Int, String>()
    register[3] = "c"
    register[1] = "a"
    register[2] = "b"
    register[3] = "C"
    #expect(register.keys == [3, 1, 2])
    #expect(register.entries.map(\.value) == ["C", "a", "b"])
    register[1] = nil
    register[9] = nil
    #expect(register.keys == [3, 2])
    #expect(register.count == 2)
    #expect(!register.isEmpty)
  }
}
