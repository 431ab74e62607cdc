package dev.vrrpd.core.config;

import java.util.Optional;

/**
 * A FIFO that gets a line for every event.
 *
 * @param user owner, if it has to be made; empty: the daemon's own
 * @param group empty: the user's
 * @param reader a script to be kept running, with the path as its last argument
 */
public record FifoConfig(
    String path, Optional<String> user, Optional<String> group, Optional<Command> reader) {}
