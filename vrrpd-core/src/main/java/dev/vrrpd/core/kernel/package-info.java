/**
 * What the operating system can be asked and what it tells, as values. Only the loop calls {@link
 * dev.vrrpd.core.kernel.Kernel}; answers and refusals come back as events, never by return value.
 */
package dev.vrrpd.core.kernel;
