/** What an operator types: the daemon's start and its commands. */
package dev.vrrpd.command;
