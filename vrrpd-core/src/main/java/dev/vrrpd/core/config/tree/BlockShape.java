package dev.vrrpd.core.config.tree;

import java.util.Optional;

/** What the tree has to know of a grammar to tell where a brace is missing. */
public interface BlockShape {
  /** What {@code keyword} opens here; empty if it opens no block. */
  Optional<BlockShape> opens(String keyword);

  /**
   * The block that {@code keyword} opens here holds entries, and nothing stands before its brace.
   */
  default boolean lists(String keyword) {
    return false;
  }

  /** Whether {@code keyword} means something here; false for the entries of a list. */
  boolean knows(String keyword);

  /** A block whose lines nobody looks at. */
  BlockShape UNKNOWN =
      new BlockShape() {
        @Override
        public Optional<BlockShape> opens(String keyword) {
          return Optional.empty();
        }

        @Override
        public boolean knows(String keyword) {
          return true;
        }
      };
}
