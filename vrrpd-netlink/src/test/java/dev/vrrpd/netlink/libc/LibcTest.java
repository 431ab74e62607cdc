package dev.vrrpd.netlink.libc;

import static dev.vrrpd.netlink.libc.NativeFunction.INT;
import static dev.vrrpd.netlink.libc.NativeFunction.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LibcTest {

  /** mmap(2), whose sixth argument, the offset, has to be a multiple of the page size. */
  @Test
  void aCallWithSixIntegersPassesTheSixthRight() {
    NativeFunction mmap = new NativeFunction("mmap", LONG, LONG, LONG, INT, INT, INT, LONG);
    NativeFunction munmap = new NativeFunction("munmap", INT, LONG, LONG);
    int privateAndAnonymous = 0x22;
    assertThat(mmap.call(0, 4096, 1, privateAndAnonymous, -1, 1)).isEqualTo(-1);
    assertThat(NativeFunction.lastError()).isEqualTo(22);
    long page = mmap.call(0, 4096, 1, privateAndAnonymous, -1, 0);
    assertThat(page).isGreaterThan(0);
    assertThat(munmap.call(page, 4096)).isZero();
  }

  @Test
  void aFunctionThatTheLibraryLacksIsMissedWhenItIsCalled() {
    NativeFunction absent = new NativeFunction("no_such_function", INT);
    assertThatThrownBy(absent::call)
        .isInstanceOf(UnsatisfiedLinkError.class)
        .hasMessage("no_such_function");
  }

  @Test
  void aRefusalIsTheNegativeErrno() {
    assertThat(Libc.socket(12345, Libc.SOCK_RAW, 0)).isEqualTo(-97);
  }

  @Test
  void aCheckedRefusalNamesTheCallItsArgumentsAndTheReason() {
    assertThatThrownBy(() -> Libc.check("socket", -Errno.EPERM, 2, 3, 112))
        .isInstanceOf(LibcException.class)
        .hasMessage("socket([2, 3, 112]): Operation not permitted")
        .extracting(thrown -> ((LibcException) thrown).errno())
        .isEqualTo(Errno.EPERM);
  }

  @Test
  void stringsLieInOneBlockBehindTheirPointers() {
    NativeMemory memory = NativeMemory.strings(java.util.List.of("ab", ""));
    assertThat(memory.size()).isEqualTo(3 * 8 + 4);
    assertThat(memory.octets().getLong(0)).isEqualTo(memory.address(24));
    assertThat(memory.octets().getLong(8)).isEqualTo(memory.address(27));
    assertThat(memory.octets().getLong(16)).isZero();
    assertThat(memory.octets().get(24)).isEqualTo((byte) 'a');
  }
}
