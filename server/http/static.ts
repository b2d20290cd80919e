import { Hono } from 'hono';
export const staticRoutes = (_: unknown) => new Hono();
export const chatScript = () => '/static/x.js';
