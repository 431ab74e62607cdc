package dev.vrrpd.core.config;

/**
 * One line of a {@code track_...} list.
 *
 * @param name of the script, link, file, ...
 * @param weight -254 to 254; 0: failure is a fault
 * @param reverse success and failure change places
 */
public record Tracked(String name, int weight, boolean reverse) {}
