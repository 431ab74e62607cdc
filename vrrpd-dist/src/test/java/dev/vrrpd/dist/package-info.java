/**
 * What users install, installed: the package on clean systems, the units under systemd's own
 * inspection, the image and the compose files on a Docker engine.
 */
package dev.vrrpd.dist;
