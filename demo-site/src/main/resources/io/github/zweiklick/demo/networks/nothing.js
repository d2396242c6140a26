/* Simuliertes Netzwerk: nothing to do here. */
