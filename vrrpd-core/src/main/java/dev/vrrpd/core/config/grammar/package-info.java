/**
 * What a keyword is: its value, its effect on a draft, and everything a reference says about it.
 * One row of a table feeds parser, checks, suggestions and documentation.
 */
package dev.vrrpd.core.config.grammar;
