package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the build takes for each architecture is there and is that architecture's: only one of them
 * is built and run by the other tests.
 */
class NativesTest {
  /** Where an ELF header has the machine that it is for. */
  private static final int MACHINE = 18;

  @ParameterizedTest
  @CsvSource({"amd64, 62", "arm64, 183"})
  void eachArchitectureHasItsLibraries(String architecture, int machine) throws IOException {
    String pom = Files.readString(Shell.ROOT.resolve("vrrpd-dist/pom.xml"));
    String profile =
        pom.substring(pom.indexOf("<id>" + architecture + "</id>")).split("</profile>", 2)[0];
    String netty = property(profile, "netty.arch").replace("linux-", "");
    assertThat(machine("jni/" + property(profile, "jffi.arch") + "-Linux/libjffi-1.2.so"))
        .isEqualTo(machine);
    assertThat(machine("META-INF/native/libnetty_transport_native_epoll_" + netty + ".so"))
        .isEqualTo(machine);
  }

  private static String property(String profile, String name) {
    Matcher found = Pattern.compile("<" + name + ">(.*)</" + name + ">").matcher(profile);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private static int machine(String library) throws IOException {
    try (InputStream file = NativesTest.class.getClassLoader().getResourceAsStream(library)) {
      assertThat(file).as(library).isNotNull();
      byte[] header = file.readNBytes(MACHINE + 2);
      return (header[MACHINE] & 0xff) | (header[MACHINE + 1] & 0xff) << 8;
    }
  }
}
