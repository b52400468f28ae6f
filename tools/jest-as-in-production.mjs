/** Tests on a database and journeys run the hub as it runs in earnest. Some libraries also do costly checks of their own use elsewhere. */
process.env.NODE_ENV = 'production';
