/** What the router tracks beside scripts and links, looked at without ever holding the loop up. */
package dev.vrrpd.track;
