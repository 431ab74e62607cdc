package dev.vrrpd.daemon;

import dev.vrrpd.core.config.DaemonConfig;
import dev.vrrpd.script.ScriptBook;

/** A configuration fit to run, with the programs it may start already found. */
public record LoadedConfig(DaemonConfig config, ScriptBook scripts) {}
