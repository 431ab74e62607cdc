package dev.vrrpd.core.config.grammar;

import dev.vrrpd.core.config.tree.BlockShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A block of keywords: the rows it knows, in the order of the reference. */
public final class Block<D extends Draft> implements BlockShape {
  /** The entries of a list are no keywords. */
  private static final BlockShape LIST =
      new BlockShape() {
        @Override
        public Optional<BlockShape> opens(String keyword) {
          return Optional.empty();
        }

        @Override
        public boolean knows(String keyword) {
          return false;
        }
      };

  private final String name;
  private final Map<String, Directive<D>> rows = new LinkedHashMap<>();

  private Block(String name) {
    this.name = name;
  }

  /** Of parts of a table, in order. Throws if a keyword stands in it twice. */
  public static <D extends Draft> Block<D> block(String name, List<List<Directive<D>>> parts) {
    Block<D> block = new Block<>(name);
    parts.stream()
        .flatMap(List::stream)
        .forEach(row -> {
          if (block.rows.put(row.keyword(), row) != null) {
            throw new IllegalArgumentException(row.keyword() + " stands twice in " + name);
          }
        });
    return block;
  }

  /** The block's keyword; empty for the file itself. */
  public String name() {
    return name;
  }

  public List<Directive<D>> rows() {
    return List.copyOf(rows.values());
  }

  public Optional<Directive<D>> row(String keyword) {
    return Optional.ofNullable(rows.get(keyword));
  }

  @Override
  public boolean knows(String keyword) {
    return rows.containsKey(keyword);
  }

  @Override
  public Optional<BlockShape> opens(String keyword) {
    return row(keyword)
        .flatMap(row ->
            switch (row.shape()) {
              case Shape.Value<D, ?> _ -> Optional.empty();
              case Shape.Entries<D, ?> _ -> Optional.of(LIST);
              case Shape.Section<D, ?>(Block<?> inner, var _, var _) -> Optional.of(inner);
              case Shape.Skipped<D>() -> Optional.of(UNKNOWN);
            });
  }

  @Override
  public boolean lists(String keyword) {
    return row(keyword).filter(row -> row.shape() instanceof Shape.Entries<D, ?>).isPresent();
  }

  /** The block of this name below this one, at any depth. */
  public Stream<Block<?>> inner() {
    return rows.values().stream()
        .flatMap(row ->
            row.shape() instanceof Shape.Section<D, ?>(Block<?> inner, var _, var _)
                ? Stream.concat(Stream.of(inner), inner.inner())
                : Stream.empty());
  }
}
