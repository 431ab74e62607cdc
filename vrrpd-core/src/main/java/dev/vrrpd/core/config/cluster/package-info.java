/** Several configurations beside each other: whether their routers can work together. */
package dev.vrrpd.core.config.cluster;
