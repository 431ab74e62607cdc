/** Documents printed from the table of keywords: nothing in them is written twice. */
package dev.vrrpd.docs;
