package dev.vrrpd.core.config;

/**
 * What is run when a check fails, before the failure counts; {@code recover}.
 *
 * @param attempts how often in a row, at least 1
 */
public record Recovery(Command command, int attempts) {}
