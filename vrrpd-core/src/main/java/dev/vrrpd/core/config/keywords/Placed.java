package dev.vrrpd.core.config.keywords;

import dev.vrrpd.core.config.diagnostic.Span;

/** A value with the place it was written at, for checks that come later. */
record Placed<T>(T value, Span span) {}
