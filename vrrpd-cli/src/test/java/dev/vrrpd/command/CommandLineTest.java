package dev.vrrpd.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void lettersMayStandTogetherAndTheLastTakesTheNextWord() {
    CommandLine given = understood("-nlf", "/etc/a.conf");
    assertThat(given.has(Option.DONT_FORK)).isTrue();
    assertThat(given.has(Option.LOG_CONSOLE)).isTrue();
    assertThat(given.value(Option.USE_FILE)).contains("/etc/a.conf");
  }

  @Test
  void lettersMayStandApart() {
    CommandLine given = understood("-nl", "-f", "/etc/a.conf", "-D", "-D");
    assertThat(given.value(Option.USE_FILE)).contains("/etc/a.conf");
    assertThat(given.count(Option.LOG_DETAIL)).isEqualTo(2);
  }

  @Test
  void theLongCommandLineOfContainersIsUnderstood() {
    CommandLine given =
        understood(
            "--dump-conf",
            "--log-console",
            "--log-detail",
            "--log-facility",
            "7",
            "--vrrp",
            "-f",
            "k.conf");
    assertThat(given.options().keySet())
        .containsExactlyInAnyOrder(
            Option.DUMP_CONF,
            Option.LOG_CONSOLE,
            Option.LOG_DETAIL,
            Option.LOG_FACILITY,
            Option.VRRP,
            Option.USE_FILE);
    assertThat(given.value(Option.LOG_FACILITY)).contains("7");
  }

  @Test
  void aLongOptionTakesItsValueAfterAnEqualsSignOrAsTheNextWord() {
    assertThat(understood("--use-file=a.conf").value(Option.USE_FILE)).contains("a.conf");
    assertThat(understood("--config", "b.conf").value(Option.CONFIG)).contains("b.conf");
  }

  @Test
  void anOptionalValueHasToBeAttached() {
    assertThat(understood("-t", "-f", "a.conf").value(Option.CONFIG_TEST)).isEmpty();
    assertThat(understood("-t").has(Option.CONFIG_TEST)).isTrue();
    assertThat(understood("-tout.log").value(Option.CONFIG_TEST)).contains("out.log");
    assertThat(understood("-t=out.log").value(Option.CONFIG_TEST)).contains("out.log");
    assertThat(understood("--config-test=out.log").value(Option.CONFIG_TEST)).contains("out.log");
  }

  @Test
  void aUniqueBeginningOfALongNameIsEnough() {
    assertThat(understood("--dont-f").has(Option.DONT_FORK)).isTrue();
    assertThat(understood("--log-c").has(Option.LOG_CONSOLE)).isTrue();
    assertThat(wrong("--conf"))
        .isEqualTo("Ambiguous option --conf: --config, --config-id, --config-test, --config-fd");
  }

  @Test
  void whatIsUnknownOrIncompleteIsNamed() {
    assertThat(wrong("--frob")).isEqualTo("Unknown option --frob; --help lists them all");
    assertThat(wrong("--use-fiel"))
        .isEqualTo("Unknown option --use-fiel; did you mean --use-file?");
    assertThat(wrong("-nZ")).isEqualTo("Unknown option -Z; --help lists them all");
    assertThat(wrong("-f")).isEqualTo("Option -f requires an argument");
    assertThat(wrong("--vrrp=yes")).isEqualTo("Option --vrrp takes no value");
  }

  @Test
  void everyOptionOfKeepalivedIsAccepted() {
    for (Option option : Option.values()) {
      String word = "--" + option.longName();
      CommandLine given =
          option.argument() == Option.Argument.REQUIRED ? understood(word, "x") : understood(word);
      assertThat(given.has(option)).isTrue();
    }
  }

  @Test
  void wordsWithoutADashAreStrays() {
    assertThat(understood("-n", "now").strays()).containsExactly("now");
    assertThat(understood("--", "-n").strays()).containsExactly("-n");
  }

  static CommandLine understood(String... arguments) {
    return ((CommandLine.Parsed.Understood) CommandLine.parse(List.of(arguments))).commandLine();
  }

  private static String wrong(String... arguments) {
    return ((CommandLine.Parsed.Wrong) CommandLine.parse(List.of(arguments))).message();
  }
}
