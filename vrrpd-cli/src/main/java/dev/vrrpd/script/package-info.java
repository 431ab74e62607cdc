/**
 * Operators' programs: who they run as, whether they may run at all, check scripts and notification
 * scripts. Nothing here runs on the loop for longer than it takes to hand a start to somebody else.
 */
package dev.vrrpd.script;
