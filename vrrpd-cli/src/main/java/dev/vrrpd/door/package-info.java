/** Files by which others look in: dumps, FIFOs, markers of a reload. Never on the advert loop. */
package dev.vrrpd.door;
