package dev.vrrpd.snmp;

import java.util.NavigableMap;

/** Puts the columns of a conceptual table, or scalars, where they belong. */
final class Table {
  private final NavigableMap<Oid, Value> variables;
  private final Oid entry;

  Table(NavigableMap<Oid, Value> variables, Oid entry) {
    this.variables = variables;
    this.entry = entry;
  }

  /** The columns of one row. */
  Row row(int... index) {
    return row(new Oid(index));
  }

  Row row(Oid index) {
    return new Row(index);
  }

  final class Row {
    private final Oid index;

    private Row(Oid index) {
      this.index = index;
    }

    Row put(int column, Value value) {
      variables.put(entry.plus(column).plus(index.arcs()), value);
      return this;
    }

    Row put(int column, int value) {
      return put(column, new Value.Int(value));
    }

    Row put(int column, String text) {
      return put(column, Value.text(text));
    }

    Row put(int column, boolean is) {
      return put(column, Value.truth(is));
    }

    Row gauge(int column, long value) {
      return put(column, new Value.Gauge(value));
    }
  }
}
