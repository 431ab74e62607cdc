package dev.vrrpd.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
  private static final String MISTAKE = "unknown keyword 'advert_imt'";

  @TempDir private Path folder;

  private String check(String... options) throws IOException {
    Path file = folder.resolve("vrrpd.conf");
    Files.writeString(
        file,
        """
        vrrp_instance VI_1 {
          interface eth0
          virtual_router_id 51
          virtual_ipaddress {
            192.0.2.1
          }
        """
            + "  advert_imt 1\n".repeat(20)
            + "}\n");
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(new CheckCommand())
            .setOut(new PrintWriter(out))
            .execute(
                Stream.concat(Stream.of(options), Stream.of(file.toString()))
                    .toArray(String[]::new));
    assertThat(status).isEqualTo(2);
    return out.toString();
  }

  private static long mistakes(String text) {
    return List.of(text.split("\n")).stream().filter(line -> line.contains(MISTAKE)).count();
  }

  @Test
  void ofManyThatSayTheSameFiveAreShownAndWhereTheOthersAre() throws IOException {
    assertThat(check())
        .satisfies(text -> assertThat(mistakes(text)).isEqualTo(5))
        .contains(
            "error: unknown-keyword: 15 more of the same: lines 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, ...\n");
  }

  @Test
  void allShowsEach() throws IOException {
    assertThat(check("--all"))
        .satisfies(text -> assertThat(mistakes(text)).isEqualTo(20))
        .doesNotContain("more of the same");
  }

  @Test
  void programsGetEach() throws IOException {
    for (DiagnosticFormat format :
        List.of(DiagnosticFormat.json, DiagnosticFormat.sarif, DiagnosticFormat.github)) {
      assertThat(check("--format", format.name()))
          .satisfies(text -> assertThat(mistakes(text)).isEqualTo(20))
          .doesNotContain("more of the same");
    }
  }
}
