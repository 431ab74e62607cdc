/**
 * keepalived's objects on the system bus, by dbus-java, on threads of their own. What the bus does,
 * or leaves undone, never reaches the advert loop.
 */
package dev.vrrpd.dbus;
