package dev.vrrpd.netlink.libc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jnr.ffi.LibraryLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibcTest {

  /** A function of six integers whose sixth is checked by the kernel: copy_file_range(2). */
  @SuppressWarnings("MemberName")
  public interface SixIntegers {
    long copy_file_range(int from, long offset, int to, long offsetTo, long length, int flags);

    int open(String path, int flags, int mode);

    int close(int fd);
  }

  @Test
  void aCallWithSixIntegersPassesTheSixthRight(@TempDir Path directory) throws IOException {
    int _ = Libc.getpid();
    SixIntegers libc = LibraryLoader.create(SixIntegers.class).load(LibraryLoader.DEFAULT_LIBRARY);
    Path from = Files.writeString(directory.resolve("from"), "seven");
    Path to = Files.createFile(directory.resolve("to"));
    int in = libc.open(from.toString(), 0, 0);
    int out = libc.open(to.toString(), 1, 0);
    try {
      assertThat(libc.copy_file_range(in, 0, out, 0, 5, 0)).isEqualTo(5);
      assertThat(libc.copy_file_range(in, 0, out, 0, 5, 1)).isEqualTo(-1);
    } finally {
      assertThat(libc.close(in) + libc.close(out)).isZero();
    }
    assertThat(to).hasContent("seven");
  }

  @Test
  void noOtherFunctionThanPosixSpawnHasSixArguments() {
    Set<String> long6 =
        Arrays.stream(Libc.Functions.class.getDeclaredMethods())
            .filter(method -> method.getParameterCount() >= 6)
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertThat(long6).containsExactly("posix_spawn");
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
