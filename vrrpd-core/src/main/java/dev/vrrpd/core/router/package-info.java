/**
 * The device: everything of the daemon that a simulation needs. Inputs in, outputs out, and the
 * next deadline as part of the state.
 */
package dev.vrrpd.core.router;
