package dev.vrrpd.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostAccountsTest {
  @TempDir Path etc;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        etc.resolve("passwd"),
        "root:x:0:0:root:/root:/bin/bash\nscripts:x:990:991::/:/bin/false\nodd line\n");
    Files.writeString(etc.resolve("group"), "scripts:x:991:\nadm:x:4:syslog,scripts\n");
  }

  @Test
  void aUserHasItsPrimaryGroupAndThoseItIsAMemberOf() {
    Accounts accounts = new HostAccounts(etc);
    Accounts.User user = new Accounts.User("scripts", 990, 991, List.of(991, 4));
    assertThat(accounts.user("scripts")).contains(user);
    assertThat(accounts.user("990")).contains(user);
    assertThat(accounts.group("adm")).hasValue(4);
  }

  @Test
  void whatNobodyKnowsIsEmpty() {
    Accounts accounts = new HostAccounts(etc);
    assertThat(accounts.user("no-such-user")).isEmpty();
    assertThat(accounts.group("no-such-group")).isEmpty();
  }
}
