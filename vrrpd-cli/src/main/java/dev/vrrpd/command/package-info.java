/** What an operator types: the daemon's own options, and the subcommands. */
package dev.vrrpd.command;
