/** Sync groups: instances that change state together, decided by pure functions. */
package dev.vrrpd.core.group;
