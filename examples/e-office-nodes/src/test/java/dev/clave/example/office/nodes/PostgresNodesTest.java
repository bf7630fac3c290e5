package dev.clave.example.office.nodes;

class PostgresNodesTest extends NodesTest {
    PostgresNodesTest() {
        super("postgres");
    }
}
