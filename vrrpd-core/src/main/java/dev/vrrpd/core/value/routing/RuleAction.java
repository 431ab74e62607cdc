package dev.vrrpd.core.value.routing;

/** What a routing rule does with the packets that it selects. */
public sealed interface RuleAction {
  /** Looks for a route in a table. */
  record Lookup(long table) implements RuleAction {
    @Override
    public String toString() {
      return "lookup " + table;
    }
  }

  /** Looks for a route in the table of the VRF that the packet belongs to. */
  record VrfLookup() implements RuleAction {
    @Override
    public String toString() {
      return "l3mdev";
    }
  }

  /** Goes on with the rule of this preference. */
  record Goto(long priority) implements RuleAction {
    @Override
    public String toString() {
      return "goto " + priority;
    }
  }

  /** Goes on with the next rule. */
  record Nop() implements RuleAction {
    @Override
    public String toString() {
      return "type nop";
    }
  }

  /** Ends the way of the packet. */
  record Discard(RouteType how) implements RuleAction {
    @Override
    public String toString() {
      return "type " + how;
    }
  }
}
