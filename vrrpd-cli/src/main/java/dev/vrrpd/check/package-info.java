/** In-process checks: questions to other programs, asked by Netty on a thread of their own. */
package dev.vrrpd.check;
