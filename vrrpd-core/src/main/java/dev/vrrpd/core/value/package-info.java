/**
 * The value types every room shares: valid by construction, immutable, comparable where the RFC
 * compares.
 */
package dev.vrrpd.core.value;
