package dev.clave.example.office.nodes;

class RedisNodesTest extends NodesTest {
    RedisNodesTest() {
        super("redis");
    }
}
