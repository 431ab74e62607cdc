package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;
import dev.vrrpd.core.config.text.Word;
import dev.vrrpd.core.value.VirtualAddress;
import java.util.Optional;

/**
 * An address as written: all that can be said of it without the names of the machine.
 *
 * @param value of global scope
 * @param span where it begins
 * @param scope the number, or a name of iproute2's file
 */
record AddressDraft(VirtualAddress value, Span span, Optional<Word> scope) {}
