/** Telling the world beyond this machine: mail and webhooks. Never on the advert loop. */
package dev.vrrpd.tell;
