/** What is done to the jars of a distribution before the runtime is trained on them. */
package dev.vrrpd.dist;
