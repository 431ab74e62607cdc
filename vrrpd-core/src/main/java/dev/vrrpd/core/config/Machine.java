package dev.vrrpd.core.config;

import dev.vrrpd.core.value.InterfaceName;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a configuration has to know of the machine it is meant for. Asked while a configuration is
 * judged, never later.
 */
public interface Machine {
  boolean linkExists(InterfaceName name);

  boolean isLoopback(InterfaceName name);

  /** In octets; 1500 if unknown. */
  int mtu(InterfaceName name);

  /** How long ago it was started; long ago, where nobody knows. */
  default Duration uptime() {
    return Duration.ofDays(1);
  }

  boolean userExists(String user);

  boolean groupExists(String group);

  /**
   * Looks at the program of {@code command}, run by {@code user}.
   *
   * @param user who runs it, after all defaults
   */
  ScriptFinding script(Command command, String user);

  /** What the file of a key holds: {@code key ID file:PATH} of {@code auth_hmac}. */
  Secret secret(String path);

  /**
   * The number that iproute2's files give a name; on a machine without such files none.
   *
   * @param directories where to look, the first that knows it counts
   * @param file {@code rt_tables} and its kin, or any in the directory {@code rt_tables.d}
   */
  default OptionalLong number(List<String> directories, String file, String name) {
    return OptionalLong.empty();
  }

  /** What was found where a key should be. */
  sealed interface Secret {
    /**
     * Its text, without an end of line.
     *
     * @param exposed others than its owner may read it
     */
    record Known(String text, boolean exposed) implements Secret {
      @Override
      public String toString() {
        return "Known[hidden]";
      }
    }

    /** {@code reason} completes "it ...": "does not exist". */
    record Unknown(String reason) implements Secret {}
  }

  /** What was found where a script should be. */
  sealed interface ScriptFinding {
    /** It can be run. */
    record Usable() implements ScriptFinding {}

    /** {@code reason} completes "it ...": "does not exist", "cannot be executed by nobody". */
    record Missing(String reason) implements ScriptFinding {}

    /**
     * It would run as root, and others can change it.
     *
     * @param component the file or directory of its path that is open to others
     * @param reason owner and mode in words
     */
    record Unsafe(String component, String reason) implements ScriptFinding {}
  }

  /** Another machine: everything a configuration names is there and in order. */
  Machine ELSEWHERE =
      new Machine() {
        @Override
        public boolean linkExists(InterfaceName name) {
          return true;
        }

        @Override
        public boolean isLoopback(InterfaceName name) {
          return name.value().equals("lo");
        }

        @Override
        public int mtu(InterfaceName name) {
          return 1500;
        }

        @Override
        public boolean userExists(String user) {
          return true;
        }

        @Override
        public boolean groupExists(String group) {
          return true;
        }

        @Override
        public Secret secret(String path) {
          return new Secret.Known("a key that is on another machine", false);
        }

        // Some number, always the same for a name.
        @Override
        public OptionalLong number(List<String> directories, String file, String name) {
          return OptionalLong.of(1 + (name.hashCode() & 0x7f));
        }

        @Override
        public ScriptFinding script(Command command, String user) {
          return new ScriptFinding.Usable();
        }
      };
}
