/** What other programs do: files they write, by inotify(7), and processes that come and go. */
package dev.vrrpd.netlink.watch;
