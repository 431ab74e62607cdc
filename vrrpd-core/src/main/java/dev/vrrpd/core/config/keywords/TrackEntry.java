package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.text.Word;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of a {@code track_...} list.
 *
 * @param weight empty: that of the tracked object
 * @param reverse empty: that of the tracked object
 */
record TrackEntry(Word name, OptionalInt weight, Optional<Boolean> reverse) {}
