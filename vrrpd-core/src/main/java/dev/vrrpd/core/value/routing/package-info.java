/** Routes and routing rules as values: what ip-route(8) and ip-rule(8) can say of them. */
package dev.vrrpd.core.value.routing;
