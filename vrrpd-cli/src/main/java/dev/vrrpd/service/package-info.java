/**
 * What a service manager and an operator's machine grant the daemon, and what they are told by it.
 */
package dev.vrrpd.service;
