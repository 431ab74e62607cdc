/** Configurations that nobody would write, to find what reading them does. Run by bin/dev fuzz. */
package dev.vrrpd.fuzz;
