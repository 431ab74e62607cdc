package dev.vrrpd.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.config.Command;
import dev.vrrpd.core.config.GlobalConfig;
import dev.vrrpd.netlink.process.Identity;
import dev.vrrpd.netlink.process.Program;
import dev.vrrpd.script.ScriptFinder.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFinderTest {
  private static final Accounts NOBODY =
      accounts(new Accounts.User("nobody", 65534, 65534, List.of(65534)));
  private static final Accounts WITH_DEFAULT =
      accounts(new Accounts.User("keepalived_script", 990, 991, List.of(991)));

  @TempDir Path directory;

  @Test
  void aBareNameIsSearchedForAndKeepsItsArguments() {
    assertThat(usable(finder(Configs.GLOBAL, NOBODY).find(command("sh", "-c", "true"))))
        .satisfies(program -> assertThat(program.path()).endsWith("/sh"))
        .satisfies(program -> assertThat(program.arguments()).containsExactly("sh", "-c", "true"));
  }

  @Test
  void whatDoesNotExistOrIsNoFileOrNotExecutableIsUnusableAndNamed() throws IOException {
    ScriptFinder finder = finder(Configs.GLOBAL, NOBODY);
    assertThat(unusable(finder.find(command("/no/such")))).isEqualTo("does not exist");
    assertThat(unusable(finder.find(command("nosuchprogram")))).isEqualTo("does not exist");
    assertThat(unusable(finder.find(command("/tmp")))).isEqualTo("is not a file");
    Path script = script("rw-r--r--");
    assertThat(unusable(finder.find(command(script.toString()))))
        .isEqualTo("cannot be executed by the daemon's own user (mode 0644)");
  }

  @Test
  void identityIsTheScriptsOwnUserElseScriptUserElseTheDefaultUserElseTheDaemons() {
    Command plain = command("/bin/sh");
    Command withUser = new Command(List.of("/bin/sh"), Optional.of("nobody"), Optional.empty());
    GlobalConfig scriptUser = Configs.global(Optional.of("nobody"), false);
    Identity nobody = new Identity.User(65534, 65534, List.of());
    assertThat(usable(finder(Configs.GLOBAL, NOBODY).find(withUser)).identity()).isEqualTo(nobody);
    assertThat(usable(finder(scriptUser, NOBODY).find(plain)).identity()).isEqualTo(nobody);
    assertThat(usable(finder(Configs.GLOBAL, WITH_DEFAULT).find(plain)).identity())
        .isEqualTo(new Identity.User(990, 991, List.of()));
    assertThat(usable(finder(Configs.GLOBAL, NOBODY).find(plain)).identity())
        .isEqualTo(Identity.Own.OWN);
  }

  @Test
  void supplementaryGroupsAreThoseOfTheUserIfAskedFor() {
    Accounts accounts = accounts(new Accounts.User("nobody", 65534, 65534, List.of(65534, 27)));
    Command withUser = new Command(List.of("/bin/sh"), Optional.of("nobody"), Optional.empty());
    assertThat(usable(finder(Configs.withGroups(), accounts).find(withUser)).identity())
        .isEqualTo(new Identity.User(65534, 65534, List.of(65534, 27)));
    assertThat(usable(finder(Configs.GLOBAL, accounts).find(withUser)).identity())
        .isEqualTo(new Identity.User(65534, 65534, List.of()));
  }

  @Test
  void underScriptSecurityThereIsNoFallBackToRoot() {
    ScriptFinder finder = finder(Configs.global(Optional.empty(), true), NOBODY);
    assertThat(unusable(finder.find(command("/bin/sh")))).contains("neither script_user nor");
  }

  @Test
  void anUnknownUserIsNamed() {
    ScriptFinder finder = finder(Configs.global(Optional.of("ghost"), false), NOBODY);
    assertThat(unusable(finder.find(command("/bin/sh"))))
        .isEqualTo("has no user: there is no user 'ghost'");
  }

  @Test
  void aScriptWithoutInterpreterLineIsGivenToTheShell() throws IOException {
    Path script = script("rwxr-xr-x");
    Files.writeString(script, "exit 3\n");
    Program program = usable(finder(Configs.GLOBAL, NOBODY).find(command(script.toString(), "x")));
    assertThat(program.path()).isEqualTo("/bin/sh");
    assertThat(program.arguments()).containsExactly("sh", script.toString(), "x");
  }

  @Test
  void aSymbolicLinkIsRunAsItIsWrittenAndWhatItLeadsToIsJudgedToo() throws IOException {
    Path script = script("rwxrwxrwx").toRealPath();
    Path link = Files.createSymbolicLink(directory.resolve("link"), script);
    switch (finder(Configs.GLOBAL, NOBODY).find(command(link.toString()))) {
      case Found.Usable(Program program, var weakness) -> {
        assertThat(program.path()).isEqualTo(link.toString());
        assertThat(weakness)
            .hasValueSatisfying(weak -> assertThat(weak.component()).isEqualTo(script));
      }
      case Found.Unusable(String reason) -> throw new AssertionError(reason);
    }
  }

  @Test
  void whatWouldActOnTheDaemonsBehalfIsNotInherited() {
    ScriptFinder finder =
        new ScriptFinder(
            Configs.GLOBAL, NOBODY, Map.of("PATH", "/bin", "LD_PRELOAD", "x", "IFS", "y"));
    assertThat(usable(finder.find(command("sh"))).environment()).containsExactly("PATH=/bin");
  }

  private Path script(String permissions) throws IOException {
    Path script = directory.resolve("check.sh");
    Files.writeString(script, "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(permissions));
    return script;
  }

  private static ScriptFinder finder(GlobalConfig global, Accounts accounts) {
    return new ScriptFinder(global, accounts, Map.of("PATH", "/usr/bin:/bin"));
  }

  private static Command command(String... words) {
    return new Command(List.of(words), Optional.empty(), Optional.empty());
  }

  private static Program usable(Found found) {
    return ((Found.Usable) found).program();
  }

  private static String unusable(Found found) {
    return ((Found.Unusable) found).reason();
  }

  private static Accounts accounts(Accounts.User only) {
    return new Accounts() {
      @Override
      public Optional<User> user(String name) {
        return only.name().equals(name) ? Optional.of(only) : Optional.empty();
      }

      @Override
      public OptionalInt group(String name) {
        return OptionalInt.empty();
      }
    };
  }
}
